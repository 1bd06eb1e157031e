extension Judgement {
    /// The judgement of a rule that only advises.
    var softened: Judgement {
        var result = self
        if result.verdict == .violated { result.verdict = .advised }
        for index in result.parts.indices where result.parts[index].verdict == .violated {
            result.parts[index].verdict = .advised
        }
        return result
    }
}
