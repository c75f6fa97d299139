"""What holds for every test."""

from hypothesis import HealthCheck, settings

# A busy machine makes examples slow to find; that says nothing about the code. Examples are the same in every run.
settings.register_profile(
    "kushk", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kushk")
