"""What grows: topics, stored conversations, the conversation itself."""
