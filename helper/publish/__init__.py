"""What runs when the site is built: a folder of YAML in, the files of a site out."""
