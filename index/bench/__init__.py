"""Measurements that `refdesk bench` prints; none touches the installation's own data."""
