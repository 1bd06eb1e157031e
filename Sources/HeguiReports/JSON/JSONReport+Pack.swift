import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension JSONReport {
    /// Writes what was checked against: the document, its parameters as they were set, its clauses.
    func writePack(to writer: inout JSONWriter) {
        let pack = review.pack
        writer.key("pack")
        writer.object { writer in
            writer.member("id", pack.id)
            writer.member("version", pack.version)
            writer.member("title", pack.title)
            writer.key("source")
            writer.object { writer in
                writer.member("title", pack.document.title)
                writer.member("number", pack.document.number)
                writer.member("issuer", pack.document.issuer)
                writer.member("issued_on", pack.document.issuedOn)
            }
            writer.member("effective_from", pack.effective.from)
            writer.member("effective_until", pack.effective.until)
            writer.member("calendar", pack.calendarName)
            writer.key("counting")
            writer.object { writer in
                writer.member("start", pack.counting.start.rawValue)
                writer.member("end", pack.counting.end.rawValue)
                writer.member("roll", pack.counting.roll.rawValue)
            }
        }
        writer.key("parameters")
        writer.array(pack.parameters) { writer, parameter in self.write(parameter, to: &writer) }
        writer.key("clauses")
        writer.array(pack.clauses) { writer, clause in self.write(clause, to: &writer) }
    }

    private func write(_ parameter: Parameter, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", parameter.name)
            writer.member("clause", parameter.clause)
            writer.member("title", parameter.title)
            writer.member("type", parameter.kind.rawValue)
            writer.key("value")
            if let value = parameter.value(on: review.asOf) {
                writer.value(value)
            } else {
                writer.null()
            }
            writer.member("is_overridden", review.pack.overrides.contains(parameter.name))
            writer.member("reading", parameter.reading)
            writer.key("values")
            writer.array(parameter.values) { writer, dated in
                writer.object { writer in
                    writer.member("from", dated.from)
                    writer.key("value")
                    writer.value(dated.value)
                }
            }
            writer.key("alternatives")
            writer.array(parameter.alternatives) { writer, alternative in
                writer.object { writer in
                    writer.key("value")
                    writer.value(alternative.value)
                    writer.member("reading", alternative.reading)
                }
            }
        }
    }

    private func write(_ clause: Clause, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", clause.id)
            writer.member("section", clause.section)
            writer.member("quote", clause.quote)
            writer.member("kind", clause.kind.rawValue)
            writer.member("reading", clause.reading)
            writer.member("rules", names: clause.rules)
            writer.member("awards", names: clause.awards)
            writer.member("evidence", clause.evidence)
            writer.member("definition", clause.definition)
            writer.member("not_checkable", clause.notCheckable)
        }
    }
}
