import { describe, expect, it } from 'vitest'
import { serviceError } from '../../src/providers/service/failure.ts'

describe('an error in the middle of a stream, which has no status', () => {
  it.each([
    [{ type: 'rate_limit_error' }, 'provider/rate-limited', true],
    [{ code: 'quota_reached' }, 'provider/rate-limited', true],
    [{ status: 'RESOURCE_EXHAUSTED' }, 'provider/rate-limited', true],
    [{ status_code: 429 }, 'provider/rate-limited', true],
    [{ type: 'billing_error' }, 'provider/failed', false],
    [{ code: 'insufficient_quota' }, 'provider/rate-limited', false],
    [{ type: 'authentication_error' }, 'provider/unauthorized', false],
    [{ type: 'permission_error' }, 'provider/unauthorized', false],
    [{ code: 'invalid_api_key' }, 'provider/unauthorized', false],
    [{ type: 'timeout_error' }, 'provider/time-out', true],
    [{ status: 'DEADLINE_EXCEEDED' }, 'provider/time-out', true],
    [{ type: 'overloaded_error' }, 'provider/unavailable', true],
    [{ type: 'server_error' }, 'provider/unavailable', true],
    [{ type: 'internal_error' }, 'provider/unavailable', true],
    [{ status: 'UNAVAILABLE' }, 'provider/unavailable', true],
    [{ type: 'throttlingException' }, 'provider/unavailable', true],
    [{ code: 'invalid_prompt' }, 'provider/bad-request', false],
    [{ code: 'tool_use_failed' }, 'provider/bad-request', false],
    [{ type: 'not_found_error' }, 'provider/bad-request', false],
  ])('%o means %s, and may be tried again: %s', (error, code, retryable) => {
    expect(serviceError(error)).toMatchObject({ code, retryable })
  })
})
