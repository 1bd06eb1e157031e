import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiEngine
import HeguiIntake
import HeguiPack

extension JSONWriter {
    /// Writes all that a review follows from, so that it can be made again and compared.
    mutating func provenance(_ provenance: Provenance, of review: Review) {
        let pack = review.pack
        object { writer in
            writer.member("engine_version", provenance.engineVersion)
            writer.member("as_of", review.asOf)
            writer.key("pack")
            writer.object { writer in
                writer.member("id", pack.id)
                writer.member("version", pack.version)
                writer.member("sha256", provenance.packDigest?.hex)
            }
            writer.key("parameters")
            writer.array(pack.parameters.filter { pack.overrides.contains($0.name) }) {
                $0.override($1, on: review.asOf)
            }
            writer.key("calendar")
            writer.object { writer in
                writer.member("name", pack.calendarName)
                writer.member("sha256", provenance.calendarDigest?.hex)
                writer.member("first_year", pack.calendar.years.first?.year)
                writer.member("last_year", pack.calendar.years.last?.year)
            }
            writer.key("files")
            writer.array(review.files.filter { $0.digest != nil }) { writer, file in
                writer.object { writer in
                    writer.member("file", file.file)
                    writer.member("sha256", file.digest?.hex)
                }
            }
            writer.member("only", names: provenance.only)
            if !provenance.leftOut.isEmpty {
                let verdicts = Verdict.allCases.filter(provenance.leftOut.contains)
                writer.member("left_out", names: verdicts.map(\.rawValue))
            }
            writer.member("revealed", names: pack.revealed.map(\.description))
        }
    }

    private mutating func override(_ parameter: Parameter, on day: Day) {
        object { writer in
            writer.member("name", parameter.name)
            writer.key("value")
            writer.value(parameter.value(on: day))
            writer.key("pack_value")
            writer.value(parameter.packValue(on: day))
        }
    }
}
