"""UN document symbols and the bodies that issue them."""
