import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Several requirements of which one or all have to be met.
struct PlannedCombination: PlannedRequirement {
    struct Part: Sendable {
        let id: String
        let title: Message?
        let requirement: any PlannedRequirement
    }

    let mode: Combination.Mode
    let parts: [Part]

    var comparesSubjects: Bool { parts.contains(where: \.requirement.comparesSubjects) }

    init?(_ form: Combination, _ planner: Planner, subject table: Int) {
        mode = form.mode
        var parts: [Part] = []
        for part in form.parts {
            guard let requirement = planner.plan(part.requirement, subject: table) else {
                return nil
            }
            parts.append(
                Part(id: part.id, title: part.title.map { Message($0) }, requirement: requirement))
        }
        self.parts = parts
    }

    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge {
        var judges: [any Judge] = []
        for part in parts { judges.append(try part.requirement.prepared(subjects)) }
        return Judges(mode: mode, parts: parts, judges: judges)
    }

    private struct Judges: Judge {
        let mode: Combination.Mode
        let parts: [Part]
        let judges: [any Judge]

        func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
            var judgements: [Judgement] = []
            for judge in judges { judgements.append(try judge.judge(frame)) }
            let verdicts = judgements.map(\.verdict).filter { $0 != .notApplicable }
            let verdict = mode == .any ? Verdict.best(of: verdicts) : Verdict.worst(of: verdicts)
            guard let verdict, var result = judgements.first(where: { $0.verdict == verdict })
            else { return judgements.first ?? Judgement(.notApplicable) }
            let same = judgements.filter { $0.verdict == verdict }
            result.causes = []
            for one in same { result.causes.formUnion(one.causes) }
            // Those that decide come first.
            let others = judgements.filter {
                $0.verdict != verdict && $0.verdict != .notApplicable
            }
            result.sources = same.map(\.sources).interleaved
            result.sources.formUnion(others.map(\.sources).interleaved, upTo: Trace.limit)
            result.parts = zip(parts, judgements).flatMap { part, judgement in
                judgement.parts(under: part.id, part.title)
            }
            result.unmet = unmet(judgements, verdict)
            return result
        }

        /// What each part lacks that stands in the way.
        private func unmet(_ judgements: [Judgement], _ verdict: Verdict) -> Message? {
            guard verdict == .violated || verdict == .pending else { return nil }
            var (zh, en): ([String], [String]) = ([], [])
            for (part, judgement) in zip(parts, judgements)
            where judgement.verdict == .violated || judgement.verdict == .pending {
                let name = part.title ?? Message(zh: part.id, en: part.id)
                let own = judgement.unmet ?? judgement.figures
                zh.append(own.map { "\(name.zh)：\($0.zh)" } ?? name.zh)
                en.append(own.map { "\(name.en): \($0.en)" } ?? name.en)
            }
            return Message(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
        }
    }
}

extension Judgement {
    /// Returns this judgement as a part, followed by its own parts.
    fileprivate func parts(under id: String, _ title: Message?) -> [OutcomePart] {
        var part = OutcomePart(id: id, title: title, verdict: verdict)
        part.observed = observed
        part.required = required
        part.gap = gap
        part.due = due
        let inner = parts.map { inner in
            var copy = inner
            copy.id = id + "." + inner.id
            return copy
        }
        return [part] + inner
    }

    /// What was found and asked for.
    fileprivate var figures: Message? {
        guard let asked = asked ?? required.map({ Message(zh: $0, en: $0) }) else { return nil }
        let found = observed ?? "—"
        return Message(zh: "实际\(found)，要求\(asked.zh)", en: "found \(found), required \(asked.en)")
    }
}
