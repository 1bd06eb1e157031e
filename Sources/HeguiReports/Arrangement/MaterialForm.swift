import HeguiPack
import HeguiReview

extension Pack {
    /// Returns the dataset that a subject is a row of.
    func dataset(of subject: Outcome.Subject) -> Dataset? {
        datasets.first { $0.singular == subject.type }
    }
}

/// What became of an annex that owners have to hand in, counted over all owners.
struct MaterialForm: Sendable {
    let annex: String
    let title: LocalizedText
    let name: LocalizedText
    private(set) var items: [MaterialItem] = []
    private(set) var received = 0
    /// Those that did not come although they were due.
    private(set) var missing = 0
    /// Those that did not come and are not due yet.
    private(set) var pending = 0
    private(set) var unread = 0
    private(set) var twoVersions = 0

    /// How many owners have to hand it in.
    var expected: Int { items.count }

    /// The items that were not simply received.
    var told: [MaterialItem] { items.filter(\.isTold) }

    /// Returns a form for each annex that is to be handed in, in the review's order.
    ///
    /// - Complexity: linear in the review's material.
    static func all(in review: Review) -> [MaterialForm] {
        var forms: [MaterialForm] = []
        for item in review.material {
            if forms.last?.annex != item.annex {
                forms.append(
                    MaterialForm(annex: item.annex, title: item.annexTitle, name: item.annexName))
            }
            forms[forms.count - 1].add(item)
        }
        return forms
    }

    private init(annex: String, title: LocalizedText, name: LocalizedText) {
        self.annex = annex
        self.title = title
        self.name = name
    }

    private mutating func add(_ item: MaterialItem) {
        items.append(item)
        switch item.state {
        case .received: received += 1
        case .notReceived where item.isPending: pending += 1
        case .notReceived: missing += 1
        case .unread: unread += 1
        case .twoVersions: twoVersions += 1
        }
    }
}
