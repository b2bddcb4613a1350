"""What people do with a course, in a real browser."""
