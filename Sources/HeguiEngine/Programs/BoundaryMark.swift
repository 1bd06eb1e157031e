package import HeguiPack

/// A boundary and the side from which an example tried it.
package struct BoundaryMark: Hashable, Sendable {
    package let site: BoundarySite.ID
    package let mark: BoundarySite.Mark

    package init(site: BoundarySite.ID, mark: BoundarySite.Mark) {
        self.site = site
        self.mark = mark
    }
}
