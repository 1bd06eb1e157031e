#!/usr/bin/env python3
"""Reads every cell of a district's workbooks into lists, and nothing more: cells.py calamine|openpyxl DROP"""

import pathlib
import sys


def calamine(path):
    from python_calamine import CalamineWorkbook
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def openpyxl(path):
    from openpyxl import load_workbook
    book = load_workbook(path, read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def main():
    read = {"calamine": calamine, "openpyxl": openpyxl}[sys.argv[1]]
    paths = sorted(pathlib.Path(sys.argv[2]).rglob("*.xlsx"))
    print(sum(len(row) for path in paths for rows in read(str(path)) for row in rows))


main()
