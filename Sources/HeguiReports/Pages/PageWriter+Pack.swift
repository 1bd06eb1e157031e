import HeguiCalendar
import HeguiPack

extension PageWriter {
    /// The sentences of the document, with how each is read where that is open.
    mutating func clauses(_ ids: [String], of pack: Pack) {
        heading(say("依据", "What it rests on"))
        for id in ids {
            guard let clause = pack.clauses.first(where: { $0.id == id }) else { continue }
            let section = clause.section.map { "（\($0)）" } ?? ""
            paragraph("**\(clause.id)**\(section)")
            quote(clause.quote)
            if let reading = clause.reading {
                paragraph(say("理解：", "read as: ") + say(reading).oneLine)
            }
        }
    }

    mutating func parameters(_ parameters: [Parameter]) {
        guard !parameters.isEmpty else { return }
        heading(say("用到的参数", "Figures"))
        let titles = [
            say("参数", "parameter"), say("取值", "value"), say("理解", "reading"),
            say("其他理解", "other readings"),
        ]
        table(
            titles,
            parameters.map { parameter in
                let others = parameter.alternatives.map { alternative -> DataText in
                    let name = alternative.name.map { "`\($0)` " } ?? ""
                    let value = say(alternative.value, as: parameter.kind)
                    return "\(name)\(value)" + say("：", ": ") + say(alternative.reading)
                }
                return [
                    "\(say(parameter.title)) `\(parameter.name)`", values(of: parameter),
                    say(parameter.reading), others.joined(separator: say("；", "; ")),
                ]
            })
    }

    private func values(of parameter: Parameter) -> DataText {
        parameter.values.map { dated -> DataText in
            let value = say(dated.value, as: parameter.kind)
            guard parameter.values.count > 1, let from = dated.from else { return value }
            return say("\(from) 起：\(value)", "from \(from): \(value)")
        }.joined(separator: say("；", "; "))
    }

    mutating func awards(gatedBy rule: Rule, of pack: Pack) {
        let gated = pack.awards.filter { $0.gates.contains { $0.rule == rule.id } }
        guard !gated.isEmpty else { return }
        heading(say("关系到的评优项目", "Awards that it bars"))
        for award in gated {
            for gate in award.gates where gate.rule == rule.id {
                item("\(say(award.title)) `\(award.id)`：\(say(gate.modality))")
            }
        }
        endList()
    }

    mutating func examples(_ examples: [Example]) {
        guard !examples.isEmpty else { return }
        heading(say("样例", "Examples"))
        table(
            [say("情形", "case"), say("截至", "as of"), say("结果", "outcome")],
            examples.map { example in
                let fields = example.expectations.map(\.text)
                return [
                    DataText(example.name), "\(example.asOf)",
                    DataText(fields.joined(separator: ", ")),
                ]
            })
    }
}
