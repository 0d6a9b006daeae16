pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// What lies around the product in the picture on the glass: as much of it as fills this place.
Item {
    id: root

    required property string picture

    clip: true

    Image {
        readonly property real share: Math.max(root.width / Plan.product.width, root.height / Plan.product.height)

        x: (root.width - Plan.product.width * share) / 2 - Plan.product.x * share
        y: (root.height - Plan.product.height * share) / 2 - Plan.product.y * share
        width: implicitWidth * share
        height: implicitHeight * share
        source: root.picture
    }
}
