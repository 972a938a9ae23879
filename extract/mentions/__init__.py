"""What is written: printed symbols, pinpoints, Treaty Series numbers, official records."""
