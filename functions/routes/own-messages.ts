import { Hono } from 'hono';
import { z } from 'zod';
import { lostCode, messageStatus, newAddition, newAppeal, newErasure, statusQuestion } from '../../db/domain/message-status.ts';
import { surveyAnswer } from '../../db/domain/message-survey.ts';
import type { ActContext } from '../act-context.ts';
import { addPhoto } from '../acts/add-photo.ts';
import { addToMessage } from '../acts/add-to-message.ts';
import { answerSurvey } from '../acts/answer-survey.ts';
import { appealOwn } from '../acts/appeal-own.ts';
import { chaseMessage } from '../acts/chase-message.ts';
import { eraseMessage } from '../acts/erase-message.ts';
import { followMessage } from '../acts/follow-message.ts';
import { sendNewCode } from '../acts/send-new-code.ts';
import { unpublishMessage } from '../acts/unpublish-message.ts';
import { withdrawOwn } from '../acts/withdraw-own.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import type { HostBindings } from '../context.ts';
import { body } from '../middleware/body.ts';
import { countRequests } from '../middleware/count-requests.ts';
import { photo } from '../middleware/photo.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';

const status = { answers: { 200: messageStatus } };
const photoCount = z.object({ photos: z.number().int() }).meta({ id: 'PhotoCount', description: '这件留言现有的照片数' });
const noticed = z.object({ sent: z.literal(true) }).meta({ id: 'LostCodeAnswer', description: '无论有没有查到，回答都一样' });

export const ownMessageOperations: Operation[] = [
  { method: 'post', path: '/api/messages/status', summary: '凭回执码查询', body: statusQuestion, ...status },
  { method: 'post', path: '/api/messages/withdraw', summary: '撤回', body: statusQuestion, ...status },
  { method: 'post', path: '/api/messages/chase', summary: '过了目标日期还没有答复，催办一次', body: statusQuestion, ...status },
  { method: 'post', path: '/api/messages/unpublish', summary: '不再公开', body: statusQuestion, ...status },
  { method: 'post', path: '/api/messages/erase', summary: '删除联系方式或全部内容', body: newErasure, ...status },
  { method: 'post', path: '/api/messages/additions', summary: '补充一句', body: newAddition, ...status },
  { method: 'post', path: '/api/messages/appeal', summary: '不予受理的，申请复核一次', body: newAppeal, ...status },
  { method: 'post', path: '/api/messages/survey', summary: '回访', body: surveyAnswer, ...status },
  { method: 'post', path: '/api/messages/photos', summary: '加一张照片', file: 'image/jpeg', answers: { 201: photoCount } },
  { method: 'post', path: '/api/messages/lost-code', summary: '找回回执码', body: lostCode, answers: { 202: noticed } },
];

/** The request, of whatever shape its body is. */
type Asker = { req: { raw: Request }; env: HostBindings };

/** What a sender does by receipt code. Every act answers with the state after it; done twice, it answers the same. */
export const ownMessageRoutes = (context: ActContext, repeatable: Repeatable) => {
  const keyOf = (c: Asker): string => clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
  /** Does something to the message of a code, then tells how it stands; wrong codes are slowed down. */
  const after = async (c: Asker, code: string, act: () => Promise<unknown>): Promise<Response> =>
    Response.json(
      await slowGuessing(context.limits.wrongCodes, keyOf(c), async () => {
        await act();
        return followMessage(context, code);
      }),
    );

  return new Hono<AppEnv>()
    .post('/status', body(statusQuestion), async (c) => {
      return c.json(await slowGuessing(context.limits.wrongCodes, keyOf(c), () => followMessage(context, c.get('body').code)));
    })
    .post('/withdraw', body(statusQuestion), (c) => after(c, c.get('body').code, () => withdrawOwn(context, c.get('body'))))
    .post('/chase', body(statusQuestion), (c) => after(c, c.get('body').code, () => chaseMessage(context, c.get('body'))))
    .post('/unpublish', body(statusQuestion), (c) => after(c, c.get('body').code, () => unpublishMessage(context, c.get('body'))))
    .post('/erase', body(newErasure), (c) => after(c, c.get('body').code, () => eraseMessage(context, c.get('body'))))
    .post('/additions', body(newAddition), (c) =>
      after(c, c.get('body').code, () => repeatable(c.get('repeatKey'), (repeat) => addToMessage(context, { ...c.get('body'), repeat }))),
    )
    .post('/appeal', body(newAppeal), (c) => after(c, c.get('body').code, () => appealOwn(context, c.get('body'))))
    .post('/survey', body(surveyAnswer), (c) => after(c, c.get('body').code, () => answerSurvey(context, c.get('body'))))
    .post('/photos', photo, async (c) =>
      c.json(await slowGuessing(context.limits.wrongCodes, keyOf(c), () => addPhoto(context, c.get('photo'))), 201),
    )
    .post('/lost-code', body(lostCode), async (c) => {
      await countRequests(context.limits.lostCodes, keyOf(c), () => sendNewCode(context, c.get('body')));
      return c.json({ sent: true }, 202);
    });
};
