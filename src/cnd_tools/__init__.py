"""Who is said to hold what, and who should do what, paragraph by paragraph, in texts that governments agreed."""

__version__ = "0.1.0"
