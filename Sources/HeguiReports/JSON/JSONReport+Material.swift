import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension JSONReport {
    /// Writes how much could be judged, and why not everything could.
    func writeCompleteness(to writer: inout JSONWriter) {
        let completeness = Completeness(review)
        let words = (
            CompletenessWords(review, knowing: completeness, Speaker(.chinese)),
            CompletenessWords(review, knowing: completeness, Speaker(.english))
        )
        writer.object { writer in
            writer.member("is_complete", completeness.isComplete)
            writer.member("rules_judged", completeness.judgedCount)
            writer.member("rules_unjudged", completeness.unjudgedCount)
            writer.member("rules_without_subject", completeness.idleCount)
            writer.key("wanted")
            writer.array(completeness.wants) { writer, want in
                writer.object { writer in
                    writer.member("dataset", want.dataset)
                    writer.member("rules", want.count)
                }
            }
            writer.member("files_not_read", names: completeness.unreadFiles)
            writer.key("headline")
            writer.object { writer in
                writer.member("zh", words.0.headline)
                writer.member("en", words.1.headline)
            }
            writer.key("reasons")
            writer.array(Array(zip(words.0.reasons, words.1.reasons))) { writer, reason in
                writer.object { writer in
                    writer.member("zh", reason.0)
                    writer.member("en", reason.1)
                }
            }
        }
    }

    /// Writes what became of an annex that somebody has to hand in.
    func write(_ item: MaterialItem, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("fingerprint", fingerprints.fingerprint(of: item))
            writer.member("annex", item.annex)
            writer.member("title", item.annexTitle)
            writer.member("clause", item.clause)
            writer.key("owner")
            writer.object { writer in
                writer.member("type", item.owner.type)
                writer.member("id", item.owner.id)
                writer.member("name", item.owner.name)
            }
            writer.member("state", item.state.rawValue)
            writer.member("is_open", item.isOpen)
            writer.member("due", item.due)
            writer.member("level", item.level.rawValue)
            writer.member("message", item.message)
            writer.member("sources", cells: item.sources)
        }
    }
}
