#!/usr/bin/env python3
"""Runs duckdb.sql: duckdb_peer.py DATA OUT"""
import os
import sys

import duckdb


def main(data, out):
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "duckdb.sql"), encoding="utf-8") as file:
        sql = file.read().replace("DATA/", data + "/").replace("OUT/", out + "/")
    connection = duckdb.connect(config={"threads": os.cpu_count()})
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(sql)


if __name__ == "__main__":
    main(*sys.argv[1:3])
