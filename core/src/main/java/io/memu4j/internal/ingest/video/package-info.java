/** Videos: frames and sound, extracted by ffmpeg. */
@NullMarked
package io.memu4j.internal.ingest.video;

import org.jspecify.annotations.NullMarked;
