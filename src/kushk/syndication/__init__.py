"""What leaves the stand for other programs to read: podcasts of the narrated stories."""
