/// Says how many results a report does not list, and where they are.
struct LeftOutWords {
    /// nil where all are listed.
    let text: DataText?

    init(_ allowance: ResultAllowance, _ say: Speaker) {
        self.init(allowance.leftOut, of: allowance.totals.values.reduce(0, +), say)
    }

    init(_ leftOut: Int, of total: Int, _ say: Speaker) {
        text =
            leftOut == 0
            ? nil
            : say(
                "共 \(total) 项，只列出最重的 \(total - leftOut) 项，另有 \(leftOut) 项未列；全部见 json、csv，或改用 --max-results",
                "\(total - leftOut) of \(total) results are listed, the weightiest; \(leftOut) more are in "
                    + "json and csv, or with --max-results")
    }
}
