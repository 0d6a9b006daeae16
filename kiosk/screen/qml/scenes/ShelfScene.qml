pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// What things cost on the shelf that the screen hangs on: a card for each article, as many abreast as have room. More of
// them come by page, each of which stands as long as the one before.
Rectangle {
    id: root

    required property ShelfView view

    readonly property real least: Tokens.lead * 9 // a card's width, below which its name and its price are cramped
    readonly property real tall: Tokens.lead * 4.5 + Tokens.price * 1.3 + Tokens.legal * 5 // a card with room for everything
    readonly property int rows: Math.max(1, Math.floor(height / tall)) // a strip's only one has less
    readonly property int most: Math.max(1, Math.floor(width / least))
    readonly property int columns: Math.max(1, Math.min(most, Math.ceil(view.count / rows)))
    readonly property int pages: Math.ceil(view.count / (columns * rows))
    property int page: 0

    color: Tokens.ground
    onPagesChanged: page = 0

    Repeater {
        model: root.view

        ShelfCard {
            id: card

            required property int index

            readonly property int place: index % (root.columns * root.rows)

            x: place % root.columns * width
            y: Math.floor(place / root.columns) * height
            width: root.width / root.columns
            height: root.height / root.rows
            visible: Math.floor(index / (root.columns * root.rows)) === root.page
            first: place % root.columns === 0
            view: root.view
        }
    }

    Timer {
        interval: root.view.pageMs
        running: root.visible && root.pages > 1
        repeat: true
        onTriggered: root.page = (root.page + 1) % root.pages
    }
}
