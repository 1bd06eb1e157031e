internal import HeguiDiagnostics

// What can be said about a file as a whole.
extension Diagnostic {
    static func pathUnreadable(_ file: String, reason: Message) -> Diagnostic {
        Diagnostic(
            .pathUnreadable, .error, at: .file(file),
            zh: "无法读取：\(reason.zh)", en: "cannot be read: \(reason.en)",
            help: Message(
                zh: "检查路径是否正确、是否有读取权限",
                en: "check the path and the permission to read it"
            )
        )
    }

    static func pathRepeated(_ file: String, first: String) -> Diagnostic {
        Diagnostic(
            .pathRepeated, .warning, at: .file(file),
            zh: "与“\(first)”是同一个文件或文件夹，只读取一次",
            en: "is the same file or folder as `\(first)` and is read only once",
            help: Message(zh: "去掉多余的链接或路径", en: "remove the extra link or path")
        )
    }

    static func linkLeavesDrop(_ file: String) -> Diagnostic {
        Diagnostic(
            .linkLeavesDrop, .error, at: .file(file),
            zh: "链接通向材料文件夹以外，没有跟过去，未读取",
            en: "is a link that leads out of the drop; it is not followed, and nothing is read",
            help: Message(
                zh: "把文件本身放进材料文件夹；确要读取外面的，在命令里写明那个文件或文件夹",
                en:
                    "put the file itself into the drop, or name what it leads to on the command line"
            )
        )
    }

    /// A list at the top of a folder that was dropped left `count` files aside.
    static func filesLeftAside(_ list: String, count: Int) -> Diagnostic {
        Diagnostic(
            .filesLeftAside, .warning, at: .file(list),
            zh: "按其中的规则有 \(count) 个文件没有读取，见材料清单",
            en: "files not read because of its patterns: \(count); the account of files lists them",
            help: .whoWroteTheList)
    }

    /// A list below the top, which whoever handed the folder in may have put there.
    static func ignoreListDisregarded(_ list: String) -> Diagnostic {
        Diagnostic(
            .filesLeftAside, .warning, at: .file(list),
            zh: "不在材料文件夹的最上层，不起作用",
            en: "is not at the top of the drop and has no effect", help: .whoWroteTheList)
    }

    static func fileTooLarge(_ file: String, limit: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, .error, at: .file(file),
            zh: "文件超过 \(limit >> 20) MiB 的上限，未读取",
            en: "is larger than \(limit >> 20) MiB and is not read",
            help: Message(zh: "按单位或年度拆分后重新放入", en: "split it by unit or by year")
        )
    }

    static func dropTooLarge(_ file: String, zh: String, en: String) -> Diagnostic {
        Diagnostic(
            .dropTooLarge, .error, at: .file(file), zh: zh, en: en,
            help: Message(
                zh: "只放入本次审核需要的文件", en: "drop only the files that this review needs"
            )
        )
    }

    static func formatUnknown(_ file: String, what: Message) -> Diagnostic {
        Diagnostic(
            .formatUnknown, .warning, at: .file(file),
            zh: "不是表格，未读取：\(what.zh)", en: "is not a table and is not read: \(what.en)",
            help: Message(
                zh: "如含需要审核的数据，请录入表格后以 .xlsx 或 CSV 放入",
                en: "if it holds data to be reviewed, put that into an .xlsx or CSV table"
            )
        )
    }

    static func workbookFormatUnsupported(_ file: String, what: Message) -> Diagnostic {
        Diagnostic(
            .workbookFormatUnsupported, .error, at: .file(file),
            zh: "不支持的表格格式：\(what.zh)", en: "unsupported spreadsheet format: \(what.en)",
            help: .saveAsWorkbook
        )
    }

    static func passwordProtected(_ file: String) -> Diagnostic {
        Diagnostic(
            .passwordProtected, .error, at: .file(file),
            zh: "文件设有打开密码，无法读取", en: "is protected by a password and cannot be read",
            help: Message(
                zh: "打开后取消密码（文件 ▸ 信息 ▸ 保护工作簿或保护文档），另存为 .xlsx 或 .docx 后重新放入",
                en: "open it, take off the password, save it as .xlsx or .docx and drop that file"
            )
        )
    }

    static func markupNotWorkbook(_ file: String, what: Message) -> Diagnostic {
        Diagnostic(
            .markupNotWorkbook, .error, at: .file(file),
            zh: "文件内容是 \(what.zh)，不是真正的表格文件",
            en: "holds \(what.en), not a spreadsheet, whatever its name says",
            help: .saveAsWorkbook
        )
    }

    static func fileEmpty(_ file: String) -> Diagnostic {
        Diagnostic(
            .fileEmpty, .warning, at: .file(file),
            zh: "文件是空的", en: "is empty",
            help: .exportAgain
        )
    }

    static func nameMisleading(_ file: String, isWorkbook: Bool) -> Diagnostic {
        Diagnostic(
            .nameMisleading, .warning, at: .file(file),
            zh: isWorkbook ? "文件名像文本，内容却是工作簿，按工作簿读取" : "文件名像工作簿，内容却是文本，按 CSV 读取",
            en: isWorkbook
                ? "is named like text but holds a workbook, and is read as one"
                : "is named like a workbook but holds text, and is read as CSV",
            help: Message(zh: "改正扩展名，或重新导出", en: "mend its ending or export it again")
        )
    }

    static func fileCopied(_ file: String, first: String) -> Diagnostic {
        Diagnostic(
            .fileCopied, .warning, at: .file(file),
            zh: "内容与“\(first)”完全相同，只读取一份",
            en: "has exactly the bytes of `\(first)`; one of the two is read",
            help: Message(zh: "删除多余的副本", en: "remove the copy")
        )
    }

    static func madeByHegui(_ file: String) -> Diagnostic {
        Diagnostic(
            .madeByHegui, .warning, at: .file(file),
            zh: "是本程序写的报告或标注副本，不是报送材料，未读取",
            en: "is a report or a marked copy that Hegui wrote, no material, and is not read",
            help: Message(
                zh: "报告和副本请写到材料文件夹以外；在副本上改过的，把改动抄回原表后放入原表",
                en: "write reports elsewhere; carry what was mended in a copy over to the original"
            )
        )
    }
}

extension Message {
    fileprivate static let whoWroteTheList = Message(
        zh: "核对这份清单是谁写的；不该有的，删去后重新审查",
        en: "see who wrote it, and review again without it where it should not be there")
}
