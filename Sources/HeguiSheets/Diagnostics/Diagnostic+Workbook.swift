internal import HeguiDiagnostics

// What can be said about a workbook.
extension Diagnostic {
    static func archiveDamaged(_ file: String, part: String?) -> Diagnostic {
        Diagnostic(
            .archiveDamaged, .error, at: .file(file),
            zh: part.map { "压缩包内的“\($0)”损坏" } ?? "压缩包不完整或已损坏",
            en: part.map { "the part `\($0)` is damaged" } ?? "the archive is cut short or damaged",
            help: .exportAgain
        )
    }

    static func partMissing(_ file: String, part: String) -> Diagnostic {
        Diagnostic(
            .partMissing, .error, at: .file(file),
            zh: "工作簿缺少“\(part)”", en: "the workbook lacks its part `\(part)`",
            help: .saveAsWorkbook
        )
    }

    static func sheetMissing(_ file: String, sheet: String) -> Diagnostic {
        Diagnostic(
            .partMissing, .error, at: .file(file),
            zh: "工作表“\(sheet)”的内容不在文件中，其余工作表照常读取",
            en: "the sheet `\(sheet)` is not in the file; the other sheets are read",
            help: .saveAsWorkbook
        )
    }

    static func archiveTooLarge(_ file: String, zh: String, en: String) -> Diagnostic {
        Diagnostic(
            .archiveTooLarge, .error, at: .file(file), zh: zh, en: en,
            help: Message(
                zh: "这样的文件可能是压缩炸弹；确认来源后用 WPS 或 Excel 另存为 .xlsx",
                en: "it may be a zip bomb; if you trust it, save it again as .xlsx"
            )
        )
    }

    static func markupMalformed(_ file: String, part: String, line: Int) -> Diagnostic {
        Diagnostic(
            .markupMalformed, .error, at: .file(file),
            zh: "“\(part)”第 \(line) 行不是合法的 XML",
            en: "`\(part)` is not well-formed XML at line \(line)",
            help: .saveAsWorkbook
        )
    }

    static func doctypeRefused(_ file: String, part: String) -> Diagnostic {
        Diagnostic(
            .doctypeRefused, .error, at: .file(file),
            zh: "“\(part)”含 DOCTYPE 声明，拒绝读取", en: "`\(part)` has a DOCTYPE and is refused",
            help: .saveAsWorkbook
        )
    }

    static func markupTooDeep(_ file: String, part: String, limit: Int) -> Diagnostic {
        Diagnostic(
            .markupTooDeep, .error, at: .file(file),
            zh: "“\(part)”嵌套超过 \(limit) 层",
            en: "`\(part)` is nested more than \(limit) levels deep",
            help: .saveAsWorkbook
        )
    }

    static func sharedStringMissing(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .sharedStringMissing, .error, at: .cell(address),
            zh: "单元格指向不存在的文字", en: "the cell refers to a text that is not in the file",
            help: .saveAsWorkbook
        )
    }

    static func formulaUncomputed(_ address: CellAddress, count: Int) -> Diagnostic {
        Diagnostic(
            .formulaUncomputed, .warning, at: .cell(address),
            zh: "本表有 \(count) 个公式没有保存计算结果，从这里开始",
            en: "\(count) formula(s) of this sheet have no saved result, the first one here",
            help: Message(
                zh: "用 WPS 或 Excel 打开并保存一次，或把公式粘贴为数值",
                en: "open and save it in WPS or Excel, or paste the formulas as values"
            )
        )
    }

    static func sheetHidden(_ file: String, sheet: String) -> Diagnostic {
        Diagnostic(
            .sheetHidden, .warning, at: .file(file),
            zh: "工作表“\(sheet)”是隐藏的，仍然读取",
            en: "the sheet `\(sheet)` is hidden; it is read all the same",
            help: Message(
                zh: "如不应计入，请删除该工作表", en: "delete the sheet if it is not to count"
            )
        )
    }

    static func rowsHidden(_ address: CellAddress, count: Int) -> Diagnostic {
        Diagnostic(
            .rowsHidden, .warning, at: .cell(address),
            zh: "有 \(count) 行被隐藏或筛选掉，从这里开始，仍然读取",
            en: "\(count) row(s) are hidden or filtered out, the first one here; they are read",
            help: Message(zh: "如不应计入，请删除这些行", en: "delete them if they are not to count")
        )
    }

    static func entryNameRefused(_ file: String) -> Diagnostic {
        Diagnostic(
            .entryNameRefused, .error, at: .file(file),
            zh: "压缩包内有指向包外的路径或重名的部件，拒绝读取",
            en: "the archive holds a path that leads out of it, or two parts of one name",
            help: .saveAsWorkbook
        )
    }

    static func cellMisplaced(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .cellMisplaced, .error, at: .cell(address),
            zh: "单元格位置写错或重复", en: "the cell's address is wrong or given twice",
            help: .saveAsWorkbook
        )
    }

    static func dateOutOfRange(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .dateOutOfRange, .warning, at: .cell(address),
            zh: "单元格设为日期格式，但数值不是有效日期",
            en: "the cell is formatted as a date but its number is not a day",
            help: Message(zh: "改正该日期", en: "correct the date")
        )
    }

    static func numberMalformed(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .numberMalformed, .error, at: .cell(address),
            zh: "单元格的值与其类型不符", en: "the cell's value does not fit its type",
            help: .saveAsWorkbook
        )
    }

    static func sheetWithoutCells(_ file: String, sheet: String) -> Diagnostic {
        Diagnostic(
            .sheetWithoutCells, .note, at: .file(file),
            zh: "工作表“\(sheet)”是图表或宏表，没有单元格",
            en: "the sheet `\(sheet)` is a chart or macro sheet and has no cells"
        )
    }
}
