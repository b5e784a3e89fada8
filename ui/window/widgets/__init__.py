"""The parts that pages are put together from: one public widget in each file."""
