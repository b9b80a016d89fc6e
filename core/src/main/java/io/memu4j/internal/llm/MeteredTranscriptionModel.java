package io.memu4j.internal.llm;

import io.memu4j.internal.llm.CallMeter.Cost;
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
        return meter.metered(
                ModelStep.TRANSCRIBE,
                this::name,
                () -> model.transcribe(sound),
                heard -> new Cost(heard.usage(), 1, heard.retries()));
    }
}
