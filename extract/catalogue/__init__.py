"""What is known of resolutions, decisions and statements besides their texts: dates, titles, votes, and which exist."""
