"""Names of published models: what may stay of a conversation in which nobody vouches for a value.

Attributes such as ``gen_ai.request.model`` are safe by contract. A ``model`` in a request's body is
whatever somebody wrote there, so that a family and words of a closed set must make it up. A model
of a customer's own (``ft:gpt-4o-mini:acme``) is named after the customer.
"""

import re
from typing import Final

_MAX_LENGTH: Final = 80
_MAKERS: Final = (
    "ai21|amazon|anthropic|azure|bedrock|cohere|databricks|deepseek|deepseek-ai|fireworks_ai|google"
    "|groq|huggingface|meta|meta-llama|microsoft|mistral|mistralai|models|moonshotai|nvidia|ollama"
    "|openai|openrouter|perplexity|qwen|together_ai|vertex_ai|writer|x-ai|xai|zai-org"
)
_FAMILIES: Final = (
    "babbage|chatgpt|claude|codestral|cogito|command|computer-use|dall-e|davinci|dbrx|deepseek|devstral"
    "|embed|falcon|gemini|gemma|glm|gpt|gpt-image|gpt-oss|granite|grok|imagen|jamba|kimi|llama"
    "|llava|magistral|minimax|ministral|mistral|mixtral|moonshot|nemotron|nova|o[1-9]|olmo|open-mistral|open-mixtral|omni-moderation"
    "|palmyra|phi|pixtral|qwen|qwq|rerank|sonar|sora|starcoder|text-bison|text-embedding|titan|tts"
    "|veo|voyage|whisper|yi|zephyr"
)
_WORDS: Final = (
    "a|ada|air|alpha|aqa|audio|base|beta|canvas|chat|code|coder|codex|cot|deep|deepthink|distill|embed"
    "|embedding|english|exp|experimental|express|fast|flash|free|fp8|gecko|haiku|hd|high|image"
    "|instant|instruct|it|k|large|latest|light|lite|live|long|low|maverick|max|medium|micro|mini"
    "|mistral|moe|multilingual|nano|native|nemo|non|omni|online|oss|opus|plus|premier|preview|pro|qwen"
    "|llama|r|realtime|reasoner|reasoning|reel|research|rerank|scout|search|small|sonar|sonnet|speciale"
    "|speech|super|text|thinking|tiny|tools|transcribe|tts|turbo|ultra|ultrafast|use|versatile|vision|vl|voice"
)
_NUMBER: Final = r"(?:v|r|k|m|e|a)?[0-9]{1,4}(?:\.[0-9]{1,2})?(?:[bkmox]|x[0-9]{1,3}b|o|th)?"
_DATE: Final = r"20[0-9]{2}-?[01][0-9]-?[0-3][0-9]"
_PART: Final = rf"(?:{_DATE}|{_NUMBER}|{_WORDS})"
_MAX_DIGITS: Final = 6
_DATES: Final = re.compile(rf"{_DATE}|[01][0-9]-20[0-9]{{2}}")
_NAME: Final = re.compile(
    rf"(?:(?:{_MAKERS}|us|eu|apac|global)[/.]){{0,3}}"
    rf"(?:{_FAMILIES})(?:[0-9](?:\.[0-9]{{1,2}})?)?(?:[-_.:@]{_PART}){{0,9}}",
    re.ASCII | re.IGNORECASE,
)


def is_model_name(value: object) -> bool:
    """Say whether a value is the name of a published model.

    >>> [is_model_name(name) for name in ("gpt-4o-2024-08-06", "eu.anthropic.claude-sonnet-4-v1:0")]
    [True, True]
    >>> [is_model_name(name) for name in ("ft:gpt-4o:acme", "claude-acme-2", "gpt-559-88-3801")]
    [False, False, False]
    """
    if not isinstance(value, str) or len(value) > _MAX_LENGTH or not _NAME.fullmatch(value):
        return False
    # A family alone is a word, `nova` for one; more digits than these can be somebody's number.
    digits = sum(map(str.isdigit, _DATES.sub("", value)))
    return digits <= _MAX_DIGITS and any(map(str.isdigit, value))
