internal import HeguiDiagnostics
package import HeguiPack
package import HeguiSheets
package import HeguiTables

/// The waivers that whoever runs a review named, and those of the pack.
package struct NamedWaivers: Sendable {
    /// A file or folder to be read, and what the names of its files begin with.
    package struct Place: Hashable, Sendable {
        package let path: String
        /// nil: files go by their own names.
        package let prefix: String?

        package init(path: String, prefix: String? = nil) {
            self.path = path
            self.prefix = prefix
        }
    }

    /// The names of the drop's files whose waivers count.
    package private(set) var ofDrop: Set<String> = []
    /// What files outside the drop say.
    private(set) var waivers: [Waiver] = []
    private(set) var explanations: [Explanation] = []
    /// What became of them.
    package private(set) var files: [FileAccount] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The names of all of these files.
    package var names: Set<String> { ofDrop.union(files.map(\.file)) }

    /// Waivers of files of the drop count, by the names that they have there; of none: no waiver
    /// counts.
    package init(ofDrop names: Set<String> = []) {
        ofDrop = names
    }

    /// Reads what lies outside the drop and notes what lies in it.
    ///
    /// - Parameters:
    ///   - places: files and folders.
    ///   - names: files of the drop by their names there, such as a saved review has on record; what
    ///     is no file of it is left out.
    ///   - drop: the files of the drop.
    ///   - pack: the pack.
    ///   - limits: those of the drop.
    /// - Complexity: linear in the bytes of the files outside, and in the number of the drop's files.
    package init(
        _ places: [Place], names: [String] = [], of drop: DropListing, pack: Pack,
        limits: IntakeLimits = IntakeLimits()
    ) {
        let taken = Set(drop.found.map(\.name))
        self.init(ofDrop: taken.intersection(names))
        guard !places.isEmpty else { return }
        var known = DropIdentities(drop)
        var found = Drop()
        var used = taken.union(drop.leftAside.map(\.name))
        let packed = Set(drop.found.filter(\.isPacked).map(\.name))
        for place in places {
            // A file in an archive of the drop has no path of its own. Any other is known by where it
            // lies, since one of the drop may be called as one outside it is.
            if packed.contains(place.path), !FileSystem.exists(FilePath(place.path)) {
                ofDrop.insert(place.path)
                continue
            }
            let listing = DropListing(of: [place.path], limits: limits)
            found.diagnostics += listing.diagnostics
            for file in listing.found {
                if let name = known.name(of: file.source) {
                    ofDrop.insert(name)
                } else if known.add(file.source) {
                    let name = Self.name(of: file.name, in: place, unlike: used)
                    used.insert(name)
                    Self.read(file.source, name: name, limits, into: &found)
                }
            }
        }
        read(found, pack)
    }

    /// A name that no file of the drop can be taken for.
    private static func name(of file: String, in place: Place, unlike used: Set<String>) -> String {
        var name = place.prefix.map { "\($0)/\(file)" } ?? file
        while used.contains(name) { name = "../" + name }
        return name
    }

    private static func read(
        _ source: FileSource, name: String, _ limits: IntakeLimits, into drop: inout Drop
    ) {
        drop.add(DropReader(limits: limits).file(source, name: name))
    }

    /// Takes waivers and explanations, and nothing else, from files outside the drop.
    private mutating func read(_ drop: Drop, _ pack: Pack) {
        var drafts = DraftTables(pack, trust: .all)
        let names = FormNames(pack)
        var sheets: [String: [FileAccount.Sheet]] = [:]
        for sheet in drop.sheets {
            let form = SheetForm(of: sheet, by: .statements)
            let mapper = SheetMapper(sheet: sheet, form: form, names: names)
            sheets[sheet.file, default: []].append(mapper.map(into: &drafts))
        }
        var unread: [String: Message] = [:]
        for source in drop.documents {
            unread[source.name] = StatementDocument(source: source).read(into: &drafts)
        }
        waivers = drafts.waivers
        explanations = drafts.explanations
        files = drop.files.map {
            FileAccount(of: $0, drop, sheets: sheets[$0.name] ?? [], notRead: unread[$0.name])
        }
        diagnostics = drop.diagnostics + drafts.diagnostics
    }
}

extension DraftTables {
    /// Adds what files outside the drop say.
    mutating func add(_ named: NamedWaivers) {
        waivers += named.waivers
        explanations += named.explanations
        diagnostics += named.diagnostics
    }
}
