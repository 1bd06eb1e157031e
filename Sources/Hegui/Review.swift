public import HeguiCalendar

/// Returns what the pack in a folder says of the material in `drop` on the day `asOf`.
///
/// - Parameters:
///   - drop: folders and files of the material.
///   - pack: the pack's folder.
///   - asOf: the day that counts as today.
///   - settings: values of parameters for this run, by name.
/// - Returns: the review of everything that could be read.
/// - Throws: `ReviewFailure` where the pack has mistakes or a setting is impossible.
public func review(
    drop: [String], pack: String, asOf: Day, settings: [String: String] = [:]
) throws(ReviewFailure) -> DropReview {
    var rules = try RulePack.load(folder: pack)
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
        rules = try rules.setting(name, to: value)
    }
    return rules.review(drop: drop, asOf: asOf)
}
