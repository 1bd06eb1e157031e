import HeguiPack
import HeguiReports

extension RulePack {
    /// Returns the pack with the parameters that were set, and the columns revealed, for a saved
    /// review.
    ///
    /// - Throws: `ReviewFailure` where the pack does not take one of them.
    func set(as review: SavedReview) throws(ReviewFailure) -> RulePack {
        var pack = self
        for setting in review.provenance.parameters {
            pack = try pack.setting(setting.name, to: text(of: setting))
        }
        for column in review.provenance.revealed { pack = try pack.revealing(column) }
        return pack
    }

    /// A value as `--set` takes it; for a table the name of the alternative that gives it.
    private func text(of setting: SavedReview.Setting) -> String {
        guard case .list = setting.value,
            let parameter = pack.parameters.first(where: { $0.name == setting.name })
        else { return setting.value.description }
        let alternative = parameter.alternatives.first { $0.value.json == setting.value }
        return alternative?.name ?? setting.value.description
    }
}
