"""What leaves the stand for other programs: podcasts now."""
