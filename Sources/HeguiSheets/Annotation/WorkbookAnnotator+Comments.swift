internal import HeguiDiagnostics

extension WorkbookAnnotator {
    /// Adds comments to those of a sheet, and returns the id of the drawings that the sheet has to
    /// refer to; nil where it does so already.
    mutating func putComments(
        _ comments: [(CellReference, String)], on part: String, number: Int, _ drawingID: String?
    ) throws(IntakeFailure) -> String? {
        let targets = try package.relationships(ofPartOrNone: part)
        var list = RelationshipList(known: targets.map(\.id))
        var shown = comments
        let known = targets.first { $0.kind == "comments" }?.part
        if let known, package.archive.contains(known) {
            let existing = CommentList()
            try package.run(known, existing)
            set(known, writer.part(comments, addedTo: try package.bytes(of: known), existing))
            shown.removeAll { existing.textEnds[$0.0] != nil }
        } else {
            let name = known ?? freeName("xl/comments-hegui\(number).xml")
            add(name, writer.part(comments), type: ContentTypes.main + "comments+xml")
            if known == nil { _ = list.add("comments", to: name) }
        }
        try answer(comments, in: targets)
        let id = try putDrawings(
            shown, of: targets, number: number, as: drawingID, addingTo: &list)
        try write(list, of: part)
        return id
    }

    /// Adds the shapes that show comments to the drawings of a sheet, and returns the id that the
    /// sheet has to refer to; nil where it does so already.
    private mutating func putDrawings(
        _ comments: [(CellReference, String)], of targets: [Relationships.Target], number: Int,
        as drawingID: String?, addingTo list: inout RelationshipList
    ) throws(IntakeFailure) -> String? {
        let known = targets.first { $0.id == drawingID }?.part
        if let known, package.archive.contains(known) {
            let old = try package.bytes(of: known)
            guard let new = writer.drawing(comments, addedTo: old) else {
                throw IntakeFailure(.archiveDamaged(package.archive.file, part: known))
            }
            set(known, new)
            return nil
        }
        let name = known ?? freeName("xl/drawings/vmlDrawing-hegui\(number).vml")
        set(name, writer.drawing(comments))
        guard let drawingID else { return list.add("vmlDrawing", to: name) }
        if known == nil { list.add("vmlDrawing", to: name, as: drawingID) }
        return nil
    }

    /// Answers in the conversations about these cells, where there are any.
    private mutating func answer(
        _ comments: [(CellReference, String)], in targets: [Relationships.Target]
    ) throws(IntakeFailure) {
        let threads = targets.first { $0.kind == CommentThreads.kind }?.part
        let persons = self.targets.first { $0.kind == CommentThreads.persons }?.part
        guard let threads, let persons, package.archive.contains(threads),
            package.archive.contains(persons)
        else { return }
        let list = CommentThreads()
        try package.run(threads, list)
        let people = CommentThreads.Persons()
        try package.run(persons, people)
        guard let answered = list.answering(comments, in: try package.bytes(of: threads)),
            let named = people.adding(writer.author, to: try current(persons))
        else { return }
        set(threads, answered)
        set(persons, named)
    }
}
