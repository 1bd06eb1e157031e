import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
package import HeguiEngine
import HeguiIntake
import HeguiPack

/// What a review follows from as names and values, for formats that have places for such pairs.
package struct ProvenanceList {
    package let entries: [(name: String, value: String)]

    package init(_ review: Review, _ provenance: Provenance) {
        let pack = review.pack
        var entries = [
            (name: "engine", value: "hegui \(provenance.engineVersion)"),
            (name: "pack", value: "\(pack.id) \(pack.version)"),
            (name: "pack.sha256", value: provenance.packDigest?.hex ?? ""),
            (name: "as_of", value: "\(review.asOf)"),
            (name: "calendar", value: pack.calendarName),
            (name: "calendar.sha256", value: provenance.calendarDigest?.hex ?? ""),
        ]
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            let value = parameter.value(on: review.asOf)?.text(in: .english) ?? ""
            let own = parameter.packValue(on: review.asOf)?.text(in: .english) ?? ""
            entries.append(("parameter.\(parameter.name)", "\(value) (pack: \(own))"))
        }
        for word in provenance.only { entries.append(("only", word)) }
        for verdict in Verdict.allCases where provenance.leftOut.contains(verdict) {
            entries.append(("left_out", verdict.rawValue))
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
