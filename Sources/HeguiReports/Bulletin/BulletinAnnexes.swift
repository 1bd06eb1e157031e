import HeguiPack
import HeguiReview

/// The tables of a bulletin as annexes of a document, each on pages of its own.
struct BulletinAnnexes {
    private let bulletin: Bulletin

    private var say: Speaker { bulletin.say }

    init(_ bulletin: Bulletin) {
        self.bulletin = bulletin
    }

    var titles: [DataText] { all.map(\.title) }

    var blocks: [WordBlock] {
        all.enumerated().flatMap { index, annex -> [WordBlock] in
            [
                .paragraph(.annex, say("附表\(index + 1)", "Annex \(index + 1)")),
                .paragraph(.caption, annex.title),
            ] + annex.tables.map { .table($0) }
        }
    }

    private var all: [(title: DataText, tables: [WordTable])] {
        var annexes = bulletin.rankings.map { (bulletin.title(of: $0), [table(of: $0)]) }
        if !bulletin.rules.isEmpty {
            annexes.append((say("待处理事项一览", "What is outstanding, by matter"), [matters]))
        }
        annexes += bulletin.tables.map { units in
            (
                say("各\(units.title)待处理事项", "What is outstanding, by kind: \(units.title)"),
                [table(of: units)]
            )
        }
        return annexes
    }

    private func table(of ranking: Bulletin.Ranking) -> WordTable {
        var table = WordTable([
            .init(say("名次", "rank"), share: 11), .init(say("单位", "unit"), share: 27),
            .init(say("计入/总数", "share"), share: 14, style: .figure),
            .init(say("比率", "rate"), share: 12, style: .figure),
            .init(say("核实后可能为", "once verified"), share: 22, style: .figure),
            .init(say("结论", "verdict"), share: 14),
        ])
        table.rows = ranking.standing.entries.map { entry in
            let rate = entry.rate
            return [
                bulletin.rank(entry), DataText(entry.subject.name),
                "\(rate.numerator)/\(rate.denominator)",
                "\(Percentage.text(rate.numerator, of: rate.denominator))",
                rate.lower == rate.upper ? "" : bulletin.facts.bounds(rate),
                bulletin.verdict(of: entry),
            ]
        }
        return table
    }

    private var matters: WordTable {
        var table = WordTable([
            .init(say("条款", "clause"), share: 12), .init(say("事项", "matter"), share: 42),
            .init(say("级别", "level"), share: 12),
            .init(say("项数", "number"), share: 10, style: .figure),
            .init(say("涉及", "concerns"), share: 24),
        ])
        table.rows = bulletin.rules.map { entry in
            [
                DataText(entry.rule.clause), say(entry.rule.title), say(entry.level),
                "\(entry.count)", bulletin.count(entry.units),
            ]
        }
        return table
    }

    private func table(of units: Bulletin.UnitTable) -> WordTable {
        var table = WordTable(
            [.init(units.title, share: 46)]
                + Level.byWeight.map { .init(say($0), share: 18, style: .figure) })
        let total = Bulletin.UnitRow(name: say("合计", "together"), open: units.total)
        table.rows = (units.rows + [total]).map { unit in
            [unit.name] + Level.byWeight.map { "\(unit.open[$0])" }
        }
        return table
    }
}
