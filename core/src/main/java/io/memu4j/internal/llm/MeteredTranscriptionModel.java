package io.memu4j.internal.llm;

import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.spi.llm.Transcription;

/** A transcription model whose calls are counted. */
record MeteredTranscriptionModel(Transcriber model, CallMeter meter) implements Transcriber {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Transcription transcribe(Sound sound) {
        Stopwatch watch = Stopwatch.start();
        try {
            Transcription heard = meter.guarded(() -> model.transcribe(sound));
            meter.answered(ModelStep.TRANSCRIBE, name(), heard.usage(), watch.elapsed(), heard.retries());
            return heard;
        } catch (RuntimeException e) { // counted, whatever it is, and thrown on
            meter.failed(ModelStep.TRANSCRIBE, name(), watch.elapsed(), RetryCount.of(e));
            throw e;
        }
    }
}
