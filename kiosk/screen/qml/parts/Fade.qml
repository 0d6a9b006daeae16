pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The end of a band under which passing texts run out, at the left.
Rectangle {
    width: Tokens.step * 6
    gradient: Gradient {
        orientation: Gradient.Horizontal

        GradientStop {
            position: 0
            color: Tokens.band
        }

        GradientStop {
            position: 1
            color: Qt.alpha(Tokens.band, 0)
        }
    }
}
