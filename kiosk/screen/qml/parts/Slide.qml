pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// One picture that fades in, and zooms slowly where the theme and the renderer allow it.
Image {
    id: root

    readonly property bool covers: opacity === 1 && z === 1

    function enter(picture: string, fade: int, seconds: real): void {
        rise.stop();
        zoom.stop();
        source = picture;
        scale = 1;
        opacity = fade > 0 ? 0 : 1;
        rise.duration = fade;
        zoom.duration = seconds * 1000;
        zoom.to = 1 + Tokens.zoomPercentPerS / 100 * seconds;
        if (fade > 0)
            rise.start();
        if (zoom.to > 1)
            zoom.start();
    }

    function settle(): void {
        rise.stop();
        opacity = 1;
    }

    NumberAnimation on opacity {
        id: rise

        running: false
        from: 0
        to: 1
    }

    NumberAnimation on scale {
        id: zoom

        running: false
        from: 1
    }
}
