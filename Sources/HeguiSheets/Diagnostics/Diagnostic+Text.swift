package import HeguiDiagnostics

// What can be said about CSV and other text.
extension Diagnostic {
    static func encodingMixed(_ file: String, utf8Line: Int, otherLine: Int) -> Diagnostic {
        Diagnostic(
            .encodingMixed, .error, at: .cell(CellAddress(file: file, row: otherLine)),
            zh: "同一文件混有两种编码：第 \(utf8Line) 行是 UTF-8，第 \(otherLine) 行是 GB18030",
            en:
                "two encodings in one file: line \(utf8Line) is UTF-8, line \(otherLine) is GB18030",
            help: .saveAsUTF8
        )
    }

    static func bytesUndecodable(_ file: String, line: Int, tried: String) -> Diagnostic {
        Diagnostic(
            .bytesUndecodable, .error, at: .cell(CellAddress(file: file, row: line)),
            zh: "第 \(line) 行有无法解码的字节（已尝试 \(tried)）",
            en: "line \(line) holds bytes that cannot be decoded (tried \(tried))",
            help: .saveAsUTF8
        )
    }

    static func readAsBig5(_ file: String) -> Diagnostic {
        Diagnostic(
            .readAsBig5, .warning, at: .file(file),
            zh: "按 Big5（繁体）读取：按 GB18030 读出的多是生僻字",
            en: "is read as Big5 (traditional): as GB18030 its characters would be rare ones",
            help: .saveAsUTF8
        )
    }

    static func nationalSetOpen(_ file: String) -> Diagnostic {
        Diagnostic(
            .nationalSetOpen, .error, at: .file(file),
            zh: "文字太少，分不清是 GB18030 还是 Big5（繁体），未读取",
            en: "holds too little text to tell GB18030 from Big5 (traditional) and is not read",
            help: .saveAsUTF8
        )
    }

    static func textRepaired(_ file: String, headings: String?) -> Diagnostic {
        Diagnostic(
            .textRepaired, .warning, at: .file(file),
            zh: "文件是乱码，没有丢字，已还原后读取，请核对",
            en: "was garbled by an earlier conversion that lost nothing; it is restored and read",
            notes: beginning(headings), help: .exportAgain
        )
    }

    static func textGarbled(_ file: String, headings: String?) -> Diagnostic {
        Diagnostic(
            .textGarbled, .error, at: .file(file),
            zh: "文件是乱码，部分文字已丢失，不能还原，未读取",
            en: "was garbled by an earlier conversion that lost text, and is not read",
            notes: beginning(headings),
            help: Message(
                zh: "从原始系统重新导出，导出时编码选 UTF-8 或 GB18030",
                en: "export it from its system again, as UTF-8 or GB18030"
            )
        )
    }

    private static func beginning(_ headings: String?) -> [Message] {
        guard let headings else { return [] }
        return [Message(zh: "开头应为“\(headings)”", en: "it should begin with `\(headings)`")]
    }

    static func lastLineCut(_ file: String, line: Int) -> Diagnostic {
        Diagnostic(
            .bytesUndecodable, .error, at: .cell(CellAddress(file: file, row: line)),
            zh: "文件在第 \(line) 行的一个字中间中断，该行未读取，之前各行照常读取",
            en: "the file ends inside a character of line \(line); that line is not read",
            help: .exportAgain
        )
    }

    static func nulByte(_ file: String, line: Int, looksWide: Bool) -> Diagnostic {
        Diagnostic(
            .nulByte, .error, at: .cell(CellAddress(file: file, row: line)),
            zh: looksWide
                ? "文件像是没有 BOM 的 UTF-16 文本"
                : "第 \(line) 行含有 NUL 字节，文件可能损坏",
            en: looksWide
                ? "looks like UTF-16 text without a byte order mark"
                : "line \(line) holds a NUL byte; the file may be damaged",
            help: .saveAsUTF8
        )
    }

    static func replacementCharacter(_ address: CellAddress, count: Int) -> Diagnostic {
        Diagnostic(
            .replacementCharacter, .warning, at: .cell(address),
            zh: "有 \(count) 个单元格含“\u{FFFD}”，原字在之前的转换中已丢失",
            en: "\(count) cell(s) hold `\u{FFFD}`: an earlier conversion has lost the character",
            help: Message(
                zh: "从原始系统重新导出，或在表中补正该字",
                en: "export the table again, or put the character back"
            )
        )
    }

    static func quoteUnbalanced(_ file: String, row: Int, column: Int, line: Int) -> Diagnostic {
        Diagnostic(
            .quoteUnbalanced, .error,
            at: .cell(CellAddress(file: file, row: row, column: column)),
            zh: "第 \(line) 行开始的双引号没有结束",
            en: "the quote that opens on line \(line) is never closed",
            help: Message(
                zh: "补上结束的双引号；单元格内的双引号要写成两个",
                en: "close the quote; a quote inside a cell is written twice"
            )
        )
    }

    package static func textAfterQuote(_ file: String, row: Int, column: Int, line: Int)
        -> Diagnostic
    {
        Diagnostic(
            .textAfterQuote, .warning,
            at: .cell(CellAddress(file: file, row: row, column: column)),
            zh: "第 \(line) 行结束的双引号后还有文字，已并入该单元格",
            en: "text follows the closing quote on line \(line); it is taken into the cell",
            help: Message(
                zh: "单元格内的双引号要写成两个", en: "a quote inside a cell is written twice"
            )
        )
    }

    package static func rowRagged(
        _ address: CellAddress, fields: Int, expected: Int, others: Int
    ) -> Diagnostic {
        Diagnostic(
            .rowRagged, .warning, at: .cell(address),
            zh: "本行有 \(fields) 列，而多数行有 \(expected) 列",
            en: "this row has \(fields) columns where most rows have \(expected)",
            notes: others == 0
                ? []
                : [Message(zh: "另有 \(others) 行如此", en: "so have \(others) more rows")],
            help: Message(
                zh: "检查是否缺少分隔符，或单元格内含分隔符而未加双引号",
                en: "look for a missing separator, or one inside a cell that is not quoted"
            )
        )
    }

    static func cellTooLong(_ address: CellAddress, limit: Int) -> Diagnostic {
        Diagnostic(
            .cellTooLong, .error, at: .cell(address),
            zh: "单元格超过 \(limit) 个字符", en: "the cell is longer than \(limit) characters",
            help: Message(
                zh: "检查双引号是否配对，或缩短内容",
                en: "look for an unbalanced quote, or shorten the text"
            )
        )
    }

    static func tooManyColumns(_ address: CellAddress, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyColumns, .error, at: .cell(address),
            zh: "超过 \(limit) 列", en: "more than \(limit) columns",
            help: Message(zh: "删除多余的列", en: "remove the columns that are not needed")
        )
    }

    static func tooManyRows(_ address: CellAddress, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyRows, .error, at: .cell(address),
            zh: "超过 \(limit) 行或单元格总数上限",
            en: "more than \(limit) rows, or too many cells in one file",
            help: Message(zh: "按单位或年度拆分后重新放入", en: "split it by unit or by year")
        )
    }
}
