internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension DataFinding {
    /// Returns the finding for a reference whose row is not there; personal texts are not quoted.
    static func orphan(
        _ reference: PendingReference, in pack: Pack, text: String?, hint: NameIndex.Answer
    ) -> DataFinding {
        let dataset = pack.datasets[reference.owner.dataset]
        let column = dataset.columns[reference.owner.column]
        let target = pack.datasets[reference.target].title.message
        let isPersonal = column.personal != nil
        let quoted = text.map { isPersonal || $0.count > 30 ? "" : "“\($0.compact)”" } ?? ""
        return DataFinding(
            .referenceOrphan, .verify,
            zh: "在“\(target.zh)”中找不到“\(column.title.message.zh)”\(quoted)",
            en: "`\(column.title.message.en)` \(quoted) is not in `\(target.en)`",
            at: reference.cell, dataset: dataset.name,
            help: help(hint)
        )
    }

    private static func help(_ hint: NameIndex.Answer) -> Message? {
        switch hint {
        case .found(let name): Message(zh: "是否指“\(name)”？", en: "did you mean `\(name)`?")
        case .none: nil
        case .notLookedFor:
            Message(
                zh: "对不上的名称太多，没有逐一查找相近的；请先统一名称",
                en: "too many names fit nothing to look for near ones; make the names agree first")
        }
    }

    /// Returns the finding for a reference that fits several rows, the first of which are `cells`.
    static func ambiguous(
        _ reference: PendingReference, in pack: Pack, count: Int, cells: [CellAddress]
    ) -> DataFinding {
        let target = pack.datasets[reference.target].title.message
        return DataFinding(
            .referenceAmbiguous, .verify,
            zh: "“\(target.zh)”中有 \(count) 行都符合，不能确定是哪一行，未关联",
            en: "\(count) rows of `\(target.en)` fit; none is taken", at: reference.cell,
            related: cells, dataset: pack.datasets[reference.owner.dataset].name,
            help: Message(
                zh: "补充手机号码、出生年月或编号以区分", en: "add the mobile, month of birth or number"
            )
        )
    }

    /// Returns the finding for a reference that may mean one of several people, the first of whom
    /// are `cells`.
    static func probable(
        _ reference: PendingReference, in pack: Pack, cells: [CellAddress], _ likeness: Likeness
    ) -> DataFinding {
        let target = pack.datasets[reference.target].title.message
        return DataFinding(
            .referenceProbable, likeness == .oneDigit ? .hint : .verify,
            zh: "可能是“\(target.zh)”中的同一人（\(likeness.reason.zh)），待核实，未关联",
            en: "may be someone in `\(target.en)` (\(likeness.reason.en)); not linked",
            at: reference.cell, related: cells,
            dataset: pack.datasets[reference.owner.dataset].name,
            help: Message(
                zh: "核对两处的姓名、号码和单位，改正后重新放入",
                en: "compare name, number and unit in both places and mend one of them"
            )
        )
    }

    /// Returns the finding for a reference whose name is not that of the people, called `names`, who
    /// may be meant because so much agrees.
    static func perhaps(
        _ reference: PendingReference, in pack: Pack, names: (own: String?, theirs: [String]),
        cells: [CellAddress], _ agreement: PerhapsSearch.Agreement
    ) -> DataFinding {
        let target = pack.datasets[reference.target]
        let title = target.title.message
        let why = agreement.message(in: target, isNamed: names.own != nil)
        let more = cells.count > names.theirs.count
        let theirs = Message(
            zh: names.theirs.map { "“\($0)”" }.joined(separator: "、") + (more ? "等" : ""),
            en: names.theirs.map { "`\($0)`" }.joined(separator: ", ")
                + (more ? " and others" : ""))
        // What stands in the cell of a name that was not read may be anything.
        let both = names.own.map { own in
            Message(
                zh: "：“\(own)” ↔ \(title.zh)\(theirs.zh)",
                en: ": `\(own)` and \(theirs.en) of \(title.en)")
        }
        return DataFinding(
            .referenceProbable, .verify,
            zh: "可能是同一人（\(why.zh)），待核实，未关联" + (both?.zh ?? ""),
            en: "may be one person (\(why.en)); not linked" + (both?.en ?? ""),
            at: reference.cell, related: cells,
            dataset: pack.datasets[reference.owner.dataset].name,
            help: Message(
                zh: "核对两处的姓名、号码和单位，改正后重新放入",
                en: "compare name, number and unit in both places and mend one of them"
            )
        )
    }

    /// Returns the finding for a sheet that does not say whose it is where its title, its name or its
    /// file's name does.
    static func ownerInferred(_ name: String, at cell: CellAddress) -> DataFinding {
        DataFinding(
            .headingNear, .verify, zh: "表格上方没有写明，按标题或文件名取“\(name)”，请核实",
            en: "not written above the table; taken as `\(name)` from the title or the file's name",
            at: cell, help: Message(zh: "在表格上方补填", en: "write it above the table"))
    }

    /// Returns the finding for two rows of one dataset that may be one person.
    static func repeated(
        _ dataset: Dataset, _ columns: [Int], isCertain: Bool, at cell: CellAddress,
        first: CellAddress
    ) -> DataFinding {
        let titles = columns.map { dataset.columns[$0].title.message }
        let zh = titles.map(\.zh).joined(separator: "、")
        let en = titles.map(\.en).joined(separator: ", ")
        return DataFinding(
            .personRepeated, isCertain ? .verify : .hint,
            zh: "两行的“\(zh)”相同，可能是同一人，待核实，未合并",
            en: "two rows agree in \(en) and may be one person; they are not merged",
            at: cell, related: [first], dataset: dataset.name
        )
    }

    /// Returns the finding for references into a dataset that no file provides.
    static func unresolved(_ target: Dataset, count: Int, first: CellAddress) -> DataFinding {
        let title = target.title.message
        return DataFinding(
            .referencesOpen, .hint,
            zh: "没有文件提供“\(title.zh)”，有 \(count) 处引用无法核对，从这里开始",
            en: "no file provides `\(title.en)`: \(count) references stay open, first here",
            at: first
        )
    }
}
