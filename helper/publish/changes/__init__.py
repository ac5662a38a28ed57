"""What changed between two revisions of the procedures: both read, every case answered under both, the differences in words."""
