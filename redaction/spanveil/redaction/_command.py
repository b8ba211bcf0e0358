"""Commands of key-value stores: which one, with how many arguments, never which arguments."""

from typing import Final

MAX_CHARS: Final = 8_192
_MAX_ARGUMENTS: Final = 16
_MAX_LINES: Final = 32  # a pipeline's commands stand on lines of their own
_COMMANDS: Final = frozenset(
    # Redis 7.4, `COMMAND LIST`, without the administrative ones
    {"APPEND", "BITCOUNT", "BITOP", "BITPOS", "BLPOP", "BRPOP", "BZPOPMAX", "BZPOPMIN", "COPY"}
    | {"DECR", "DECRBY", "DEL", "DISCARD", "DUMP", "EVAL", "EVALSHA", "EXEC", "EXISTS", "EXPIRE"}
    | {"EXPIREAT", "FCALL", "GEOADD", "GEODIST", "GEOSEARCH", "GET", "GETBIT", "GETDEL", "GETEX"}
    | {"GETRANGE", "GETSET", "HDEL", "HEXISTS", "HGET", "HGETALL", "HINCRBY", "HINCRBYFLOAT"}
    | {"HKEYS", "HLEN", "HMGET", "HMSET", "HSCAN", "HSET", "HSETNX", "HSTRLEN", "HVALS", "INCR"}
    | {"INCRBY", "INCRBYFLOAT", "KEYS", "LINDEX", "LINSERT", "LLEN", "LMOVE", "LPOP", "LPUSH"}
    | {"LPUSHX", "LRANGE", "LREM", "LSET", "LTRIM", "MGET", "MSET", "MSETNX", "MULTI", "PERSIST"}
    | {"PEXPIRE", "PFADD", "PFCOUNT", "PFMERGE", "PING", "PSETEX", "PSUBSCRIBE", "PTTL", "PUBLISH"}
    | {"RENAME", "RPOP", "RPOPLPUSH", "RPUSH", "RPUSHX", "SADD", "SCAN", "SCARD", "SDIFF", "SETBIT"}
    | {"SETEX", "SETNX", "SETRANGE", "SET", "SINTER", "SISMEMBER", "SMEMBERS", "SMISMEMBER"}
    | {"SMOVE", "SPOP", "SRANDMEMBER", "SREM", "SSCAN", "STRLEN", "SUBSCRIBE", "SUNION", "TTL"}
    | {"TYPE", "UNLINK", "UNSUBSCRIBE", "UNWATCH", "WATCH", "XACK", "XADD", "XCLAIM", "XDEL"}
    | {"XGROUP", "XLEN", "XRANGE", "XREAD", "XREADGROUP", "XREVRANGE", "XTRIM", "ZADD", "ZCARD"}
    | {"ZCOUNT", "ZINCRBY", "ZPOPMAX", "ZPOPMIN", "ZRANGE", "ZRANGEBYSCORE", "ZRANK", "ZREM"}
    | {"ZREMRANGEBYSCORE", "ZREVRANGE", "ZREVRANK", "ZSCAN", "ZSCORE", "ZUNIONSTORE"}
    | {"FT.SEARCH", "FT.AGGREGATE", "JSON.GET", "JSON.SET"}
    # memcached's text protocol (protocol.txt)
    | {"ADD", "CAS", "DELETE", "GETS", "REPLACE", "TOUCH"}
)


def redact_command(text: str) -> str | None:
    """Return the commands of a statement with ``?`` for each argument.

    Args:
        text: One command, or a pipeline with one on each line.

    Returns:
        The commands, or ``None`` if a line does not begin with a known one.

    >>> redact_command("SET user:7 secret"), redact_command("Alice paid")
    ('SET ? ?', None)
    """
    lines = text.split("\n", _MAX_LINES)
    if len(text) > MAX_CHARS or len(lines) > _MAX_LINES:
        return None
    shown: list[str] = []
    for line in lines:
        words = line.split(None, _MAX_ARGUMENTS + 1)
        if not words or words[0].upper() not in _COMMANDS:
            return None
        shown.append(" ".join([words[0].upper(), *["?"] * min(len(words) - 1, _MAX_ARGUMENTS)]))
    return "\n".join(shown)
