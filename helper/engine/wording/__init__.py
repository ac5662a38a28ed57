"""Words to use, all of them ours: to begin a conversation, a call or an e-mail; for the case record; where no answer comes."""
