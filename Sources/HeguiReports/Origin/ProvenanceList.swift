import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
package import HeguiEngine
import HeguiIntake
import HeguiPack

/// What a review follows from as names and values, for formats that have places for such pairs.
package struct ProvenanceList {
    /// Names are in the style of programs; values may hold data, such as the name of a file.
    package let entries: [(name: DataText, value: DataText)]

    package init(_ review: Review, _ provenance: Provenance) {
        let pack = review.pack
        let say = Speaker(.english)
        var entries: [(name: DataText, value: DataText)] = [
            (name: "engine", value: "hegui \(provenance.engineVersion)"),
            (name: "pack", value: "\(pack.id) \(pack.version)"),
            (name: "pack.sha256", value: DataText(provenance.packDigest?.hex ?? "")),
            (name: "as_of", value: "\(review.asOf)"),
            (name: "calendar", value: DataText(pack.calendarName)),
            (name: "calendar.sha256", value: DataText(provenance.calendarDigest?.hex ?? "")),
        ]
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            let value = parameter.value(on: review.asOf).map { say($0) } ?? ""
            let own = parameter.packValue(on: review.asOf).map { say($0) } ?? ""
            entries.append(("parameter.\(parameter.name)", "\(value) (pack: \(own))"))
        }
        for word in provenance.only { entries.append(("only", DataText(word))) }
        for verdict in Verdict.allCases where provenance.leftOut.contains(verdict) {
            entries.append(("left_out", DataText(verdict.rawValue)))
        }
        for column in pack.revealed { entries.append(("revealed", "\(column)")) }
        for file in review.files {
            if let digest = file.digest {
                entries.append(("file.sha256", "\(digest.hex)  \(file.file)"))
            }
        }
        self.entries = entries.filter { !$0.value.isEmpty }
    }
}
