"""Which version this is: looked up here, since asking the package index costs the first picture 40 ms."""

VERSION = "0.1.0"
