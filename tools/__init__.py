"""The parts of ./dev, one idea per file.

Standard library only: they run before anything is installed.
"""
