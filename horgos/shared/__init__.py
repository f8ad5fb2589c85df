"""What several guides share: Rasa's SQL and Redis stores, with what they lack for it mended."""
