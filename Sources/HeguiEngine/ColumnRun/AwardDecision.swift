/// What an award came to, with the way to what explains it.
final class AwardDecision: @unchecked Sendable {
    let standings: [Standing]
    private let isCandidate: [Bool]
    private let run: AwardRun
    private let source: ColumnAwardSource

    init(_ run: AwardRun, _ source: ColumnAwardSource, _ candidates: [Candidate]) {
        self.run = run
        self.source = source
        standings = candidates.map(\.standing)
        isCandidate = candidates.map { $0.isCandidate == true }
    }

    /// Returns a standing with the subject's name, its reasons and the nearest change.
    func explained(_ index: Int) -> Standing {
        var standing = standings[index]
        standing.subject = source.fullSubject(standing.subject.row)
        return isCandidate[index] ? run.explained(standing) : standing
    }
}
