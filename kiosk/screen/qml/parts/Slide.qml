pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One picture that comes as the theme has it: it fades in, slides in, or is there at once; and zooms slowly where the
// renderer allows it. Or a video, which is a picture that becomes another one.
Image {
    id: root

    readonly property bool covers: opacity === 1 && x === 0 && z === 1

    property Clip video: null
    property string picture

    function enter(still: string, moving: Clip, duration: int, seconds: real): void {
        const slides = Tokens.transition === "slide";
        x = slides && duration > 0 ? width : 0;
        opacity = slides || duration === 0 ? 1 : 0;
        part();
        picture = still; // before the video, or what is not there any more would be asked for
        video = moving;
        rise.running = opacity < 1;
        ride.running = x > 0;
        glide(seconds);
    }

    function part(): void {
        const gone = video;
        picture = gone ? "" : picture;
        video = null;
        gone?.leave();
    }

    function glide(seconds: real): void {
        zoom.stop();
        scale = 1;
        zoom.duration = seconds * 1000;
        zoom.to = 1 + Tokens.zoomPercentPerS / 100 * seconds;
        zoom.running = zoom.to > 1;
    }

    function settle(): void {
        rise.stop();
        ride.stop();
        opacity = 1;
        x = 0;
    }

    source: video ? video.frame : picture
    cache: !video // each frame is seen once

    onVisibleChanged: {
        if (!visible)
            part();
    }

    NumberAnimation on opacity {
        id: rise

        running: false
        from: 0
        to: 1
        duration: Tokens.crossfadeMs
    }

    NumberAnimation on x {
        id: ride

        running: false
        from: root.width
        to: 0
        duration: Tokens.crossfadeMs
        easing.type: Easing.InOutCubic
    }

    NumberAnimation on scale {
        id: zoom

        running: false
        from: 1
    }
}
