"""Carriers of tokens that other splits draw too, as the hidden set may repeat kinds of the public one."""

from typing import Final

KNOWN: Final = (
    ("my bucket sync fails with InvalidAccessKeyId for @@", "aws_id"),
    ("aws configure set aws_secret_access_key @@ --profile nightly", "aws_key"),
    ("remote: Invalid username or token @@\nfatal: Authentication failed", "github_user_to_server"),
    ("glab auth login --token @@ --hostname git.example.net", "gitlab_routable"),
    ("customer pasted @@ into the refund form, please revoke", "stripe_long"),
    ("rotate result: new refresh token @@ (12h)", "slack_refresh"),
    ("claude --token @@ mcp list", "anthropic_oauth"),
    ("org admin key @@ was used at 3 am", "openai_admin"),
    ("createClient(url, '@@', { auth: { persistSession: false } })", "supabase_secret"),
    ("auth:\n  client_token: @@\n  lease_duration: 3600\n", "vault_batch"),
    ("DOPPLER_TOKEN=@@ doppler run -- ./serve", "doppler_service"),
    ("ws.send(JSON.stringify({ op: 'auth', jwt: '@@' }))", "jwt"),
    ("I wrote my recovery words down, in order: @@", "seed12"),
    ("{\"kty\": \"file\", \"pem\": \"@@\"}", "rsa_escaped"),
    ("DEPLOY_KEY=\"@@\"", "openssh_escaped"),
    ("[Interface]\nPrivateKey = @@\nListenPort = 51820\n", "wireguard"),
    ("echo @@ | docker login -u ci --password-stdin", "docker_organization"),
    ("issue tracker bot token (linear): @@", "linear_oauth"),
)  # fmt: skip
