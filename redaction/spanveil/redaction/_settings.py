"""Parameters of a model's call: what an operator compares when an answer got worse.

From the GenAI semantic conventions' ``gen_ai.request.*``, OpenAI Chat Completions and Responses,
Anthropic Messages, Gemini's ``GenerationConfig`` and Bedrock's ``InferenceConfiguration``. The set
is closed: stop sequences, users, metadata and whatever else a bag holds are content.
"""

from typing import Final

from spanveil.config import CatalogueField, ContentClass, ValueFormat, is_code_name, split_words
from spanveil.redaction._json import NumberText, number_text
from spanveil.redaction._shape import is_label, is_safe_number, is_short_number

_NUMBERS: Final = frozenset(
    {"best_of", "budget_tokens", "candidate_count", "candidateCount", "choice_count", "dimensions"}
    | {"frequency_penalty", "frequencyPenalty", "logprobs", "max_completion_tokens", "max_length"}
    | {"max_new_tokens", "max_output_tokens", "max_retries", "max_tokens", "max_tokens_to_sample"}
    | {"maxOutputTokens", "maxRetries", "maxTokens", "min_p", "min_tokens", "n", "num_beams"}
    | {"num_ctx", "num_predict", "presence_penalty", "presencePenalty", "random_seed"}
    | {"repeat_penalty", "repetition_penalty", "request_timeout", "seed", "temperature", "timeout"}
    | {"top_k", "top_logprobs", "top_p", "topK", "topP", "typical_p"}
)
_FLAGS: Final = frozenset(
    {"do_sample", "echo", "include_usage", "logprobs", "parallel_tool_calls", "parallelToolCalls"}
    | {"store", "stream", "streaming", "strict", "use_cache"}
)
_WORDS: Final = frozenset(
    {"effort", "encoding_format", "mode", "modalities", "provider", "reasoning_effort"}
    | {"response_format", "service_tier", "thinking", "tool_choice", "toolChoice", "truncation"}
    | {"type", "verbosity"}
)
MODEL_KEYS: Final = frozenset({"model", "modelId", "model_id", "model_name"})
NESTED: Final = frozenset(
    {"config", "generation_config", "generationConfig", "inferenceConfig", "model_kwargs"}
    | {
        "options",
        "reasoning",
        "response_format",
        "stream_options",
        "text",
        "thinking",
        "thinkingConfig",
    }
    | {"thinking_config", "tool_choice"}
)
"""Parameters that hold parameters."""

_BAG_WORDS: Final = frozenset({"config", "options", "parameters", "params", "settings"})
_CALL_WORDS: Final = frozenset({"invocation", "llm", "model", "operation", "request"})


def holds_settings(field: CatalogueField, key: str) -> bool:
    """Say whether a convention writes the parameters of a model's call under a key.

    Of a bag that a user fills (``metadata``) nobody knows whose ``temperature`` it holds.
    """
    if (
        field.content_class is not ContentClass.METADATA_BAG
        or field.value_format is not ValueFormat.JSON_TEXT
        or field.pattern != key
    ):
        return False
    words = split_words(key)
    return words[-1] in _BAG_WORDS and not _CALL_WORDS.isdisjoint(words)


def holds_figures(field: CatalogueField) -> bool:
    """Say whether a convention writes a map of measurements into a field that is safe."""
    return field.content_class is ContentClass.SAFE and field.value_format in (
        ValueFormat.JSON_TEXT,
        ValueFormat.MAP,
    )


def is_setting(key: str, value: object) -> bool:
    """Say whether a value is a plausible one of a known parameter.

    >>> [is_setting(*p) for p in (("top_p", 0.7), ("stop", "Alice"), ("tool_choice", "auto"))]
    [True, False, True]
    """
    match value:
        case bool():
            return key in _FLAGS
        case int() | float() | NumberText():
            number = float(number_text(value))
            fits = is_safe_number(number, key) if "seed" in key else is_short_number(number)
            return key in _NUMBERS and fits
        case str() if key in MODEL_KEYS:
            return is_label(value, 1)
        case str():
            return key in _WORDS and is_code_name(value) and " " not in value and len(value) <= 32
    return False


def is_dial(key: str, value: object) -> bool:
    """Say whether a value is a flag or a short number of a known parameter.

    That is what may stay of a request's body, of which nobody knows who wrote it: a seed has room
    for an account's number, and a word may be anybody's.
    """
    return not isinstance(value, str) and "seed" not in key and is_setting(key, value)


def is_figure(key: str, value: object) -> bool:
    """Say whether a value is a plausible measurement under a key of code."""
    if isinstance(value, bool) or not isinstance(value, int | float | NumberText):
        return False
    return is_code_name(key) and is_safe_number(float(number_text(value)), key)
