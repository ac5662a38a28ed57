"""How a build was checked, what is doubtful in it, and who is told of a mistake: for readers and for officers who sign it off."""
