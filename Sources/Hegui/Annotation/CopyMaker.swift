import HeguiDiagnostics
import HeguiDigests
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

/// Makes the marked copy of one file of a reviewed drop.
struct CopyMaker {
    let review: DropReview
    let language: ReportLanguage
    /// Whether a sheet stands in front that lists all that is said of the file.
    let hasCover: Bool

    /// A file as the drop knows it, and where it is.
    struct Original {
        let account: FileAccount
        let source: FileSource
        /// What whoever handed it in knows it by.
        let name: String

        init(_ account: FileAccount, at source: FileSource, name: String) {
            self.account = account
            self.source = source
            self.name = name
        }

        /// Whether the copy is the file itself with something put in.
        var isWorkbook: Bool { account.format == "XLSX" }

        /// What the file is, where its copy is of another kind.
        var otherKind: String? {
            isWorkbook ? nil : account.format.split(separator: ",").first.map(String.init)
        }
    }

    /// Returns the copy of a file.
    ///
    /// - Throws: `ReviewFailure` where it is gone or has no cells.
    func copy(
        of original: Original, _ notes: CellNotes, properties: [(name: String, value: String)]
    ) throws(ReviewFailure) -> AnnotatedWorkbook {
        let file = original.account.file
        let cover =
            hasCover
            ? FileCover(review.review, notes, name: original.name, format: original.otherKind).sheet
            : nil
        let author = Message(zh: "合规审查", en: "Hegui").text(in: language.language)
        do {
            var marked = notes.notes
            let bytes: [UInt8]
            if original.isWorkbook {
                bytes = try self.bytes(of: original)
            } else {
                let book = PlainWorkbook(try sheets(of: original)) { number in
                    Message(zh: "表\(number)", en: "Sheet\(number)").text(in: language.language)
                }
                bytes = try book.bytes(file: file)
                marked = book.notes(marked)
            }
            let result = try WorkbookAnnotator.annotate(
                bytes, file: file, notes: marked, author: author, properties: properties,
                cover: cover)
            return AnnotatedWorkbook(
                review, notes: notes, bytes: result.bytes, cellCount: result.cellCount,
                otherKind: original.otherKind, hasCover: hasCover)
        } catch let failure as AnnotationFailure {
            throw ReviewFailure([failure.diagnostic], texts: [:])
        } catch let failure as ReviewFailure {
            throw failure
        } catch {
            throw ReviewFailure(.unreadable(file))
        }
    }

    private func bytes(of original: Original) throws(ReviewFailure) -> [UInt8] {
        let (limit, file) = (IntakeLimits().fileBytes, original.account.file)
        if let bytes = try? original.source.bytes(limit: limit, name: file) { return bytes }
        throw ReviewFailure(.unreadable(file))
    }

    /// The sheets of a file, read once more.
    private func sheets(of original: Original) throws(ReviewFailure) -> [Sheet] {
        let file = original.account.file
        let sheets = DropReader().file(original.source, name: file).sheets
        guard !sheets.isEmpty else {
            throw ReviewFailure(
                Message(
                    zh: "`\(file)` 没有单元格，不能标注", en: "`\(file)` has no cells to mark"))
        }
        return sheets
    }
}

extension CopyMaker {
    /// What a copy says of itself, with no more of its files' names than a report would.
    func properties() -> [(name: String, value: String)] {
        properties(of: review.review)
    }

    /// The same for a copy that goes to whoever handed in one file: it names no other, but has a
    /// digest over all that were read.
    func properties(ofFile name: String) -> [(name: String, value: String)] {
        var own = review.review
        own.files = own.files.filter { $0.file == name }
        let all = review.review.files.compactMap { file in
            file.digest.map { "\($0.hex)  \(file.file)\n" }
        }.joined()
        return properties(of: own) + [("drop.sha256", Digest(of: Array(all.utf8)).hex)]
    }

    private func properties(of review: Review) -> [(name: String, value: String)] {
        ProvenanceList(review, self.review.provenance).entries.map { name, value in
            let masked = { self.review.redaction.masked($0).visible.string }
            return (masked(name), masked(value))
        }
    }
}
