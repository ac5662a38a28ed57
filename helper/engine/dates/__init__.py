"""The dates that a procedure sets: a case in; a timeline, its picture and a calendar file out. And contact cards, written alike."""
